"""Exports of news databases: files of many articles, split and dated."""
