-- Programme tags are found without the white space that publishers print at their ends, and the entries of a list put
-- together from others by the list that they come from. Filled from the texts in the same transaction.
DELETE FROM mark WHERE kind IN ('programme', 'source');
