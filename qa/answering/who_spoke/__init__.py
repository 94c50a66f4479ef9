"""Answer who spoke, criticised, backed or denied, and whether somebody did: by quotes and by reports."""
