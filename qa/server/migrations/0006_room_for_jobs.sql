-- A change of a row is written beside it. Each page keeps room for two changes of all its rows, to take them and to give
-- them back, so that a worker that ends because the disk is full can still give its articles back.
ALTER TABLE jobs SET (fillfactor = 30);
