"""The method itself: records, changes, steps, coach. No input, no output, no terminal."""
