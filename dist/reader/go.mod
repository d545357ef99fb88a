module leakgate.dev/reader

go 1.22
