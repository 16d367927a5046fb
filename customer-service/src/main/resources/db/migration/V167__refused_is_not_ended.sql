-- An order that billing refused was taken for ended, also where somebody mended it and it was billed after all. What is told active
-- counts again; one that was cancelled after it had been activated can't be told from it here, and counting too much is the safer error.
update credit_commitment set ended = false where ended and activated;
