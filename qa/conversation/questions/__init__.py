"""Give whole questions the speaker, the topic or the words that they lack, from earlier turns."""
