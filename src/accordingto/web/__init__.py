"""The server: pages to read in a browser, the same as JSON, CSV and GeoJSON, an API, and the desk at which people review.

**A page** is a `accordingto.web.page.Page`: a path, a model of what may be asked of it, a ``view`` that gives what it shows as plain
JSON-able values, and a template that draws just that. So each page has its twin at ``PATH.json``; where it gives ``rows`` also at
``PATH.csv``, and where it gives ``features`` at ``PATH.geojson``. A view takes an `accordingto.web.page.Asking` and asks the store;
SQL stays in `accordingto.store`, the shapes of records in `accordingto.export`. Pages are listed in `accordingto.web.pages`.

Templates extend ``base.html`` and use the macros of ``parts.html``; everything is escaped. Nothing works only with a script: an island
(``frontend/``) makes more of markup that is already whole. No inline script and no inline style passes the policy of the server.
"""
