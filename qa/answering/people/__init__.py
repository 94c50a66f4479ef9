"""Answer who somebody is, and decide whom a name, an office or a description means."""
