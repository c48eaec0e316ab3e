"""How all the block's sheets look, on ReportLab: faces, page frame, marks, hatch; bytes out."""
