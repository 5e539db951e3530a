"""Are the document's x- keys used as spec/EXTENSIONS.md says?"""
