"""Web archives: WARC files, and WACZ, which is WARC in a ZIP archive."""
