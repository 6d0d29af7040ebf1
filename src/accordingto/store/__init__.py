"""Where reports, their captures and what was read from them are kept: SQLite by default, PostgreSQL for teams.

`accordingto.store.store.Store` is the door: ``Store.open(url)``, ``put(entry)``, ``reading(report_id)``. The tables are in
`accordingto.store.schema`, one module an area; what a report's records look like as rows is `accordingto.store.project`.
"""
