"""What may be done to courses, trainees and shadowing shifts; every one of it can be undone."""
