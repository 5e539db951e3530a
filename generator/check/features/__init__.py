"""Can a client express what the document describes?"""
