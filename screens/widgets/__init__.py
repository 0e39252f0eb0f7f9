"""The four parts of the room's screen: head with the rail, stage, ask line, foot."""
