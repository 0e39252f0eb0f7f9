"""What the stage can show: lists, cards, threads, grids, boards. Each turns records into lines."""
