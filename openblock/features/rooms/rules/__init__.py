"""The rules of rooms: who may have which bed when; plain Python."""
