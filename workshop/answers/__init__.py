"""What people type, read into what a field holds, and said back in words."""
