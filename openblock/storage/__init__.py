"""The one door to the block's data: the encrypted file, its keys, its log and its backups."""
