"""The archive on Discord."""
