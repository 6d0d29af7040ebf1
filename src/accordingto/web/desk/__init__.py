"""The desk at which people review: the queue, a report with all its records, what was decided, and the routes that keep decisions.

What a decision may say is made and checked in `accordingto.review`; here forms become its plain values (`accordingto.web.desk.forms`).
"""
