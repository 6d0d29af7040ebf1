"""Bytes from the network, asked for politely: addresses, what may be connected to, robots.txt, turns, one fetch."""
