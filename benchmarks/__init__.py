"""How fast Golden Thread is, as ratios to what the same work costs at least on the same machine."""
