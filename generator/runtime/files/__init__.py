"""Binary responses and files behind URLs: download, save, show."""
