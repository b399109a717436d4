"""Where staff work, inside the admin: pages that show parts of several apps, composed here."""
