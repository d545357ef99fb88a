module leakgate.dev/inventory

go 1.22
