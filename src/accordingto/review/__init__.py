"""People's decisions on records: what one can be, which records it is carried to, what is to be decided next, and how far people agree.

Plain functions over records; decisions are kept by `accordingto.store.reviews` and its neighbours.
"""
