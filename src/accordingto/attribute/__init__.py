"""Attribute: who says it. Statements, their chains, acts and commitment."""
