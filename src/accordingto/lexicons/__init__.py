"""Lexicons: data files only; opened by `accordingto.resources`."""
