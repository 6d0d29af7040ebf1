"""The formats that users open: rows, JSON Lines, JSON, CSV, Arrow, a terminal, one offline HTML page.

Every format is a function over readings that returns or yields text; none of them opens a file. Formats that can be
written as they come (`jsonl.lines`, `json.chunks`, `csv.lines`, `terminal.chunks`) take an iterator of readings and
failures; where one cannot (`html.page`, `arrow.table`) it takes them all.
"""
