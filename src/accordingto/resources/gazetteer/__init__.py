"""The gazetteer: places by name, compiled into a memory-mapped index, with the user's own gazetteers beside the shipped one."""
