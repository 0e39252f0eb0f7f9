"""What people see and type: the app on the wall and the command line."""
