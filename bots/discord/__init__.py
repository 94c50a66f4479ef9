"""Answer questions on Discord: the bot, its commands and its buttons."""
