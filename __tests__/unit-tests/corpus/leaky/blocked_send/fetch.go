package fetch

import "time"

// First answers with the first of two replies; the slower one has nobody to send to.
func First(slow, fast time.Duration) string {
	replies := make(chan string)
	for name, delay := range map[string]time.Duration{"slow": slow, "fast": fast} {
		go func() { // leak
			time.Sleep(delay)
			replies <- name
		}()
	}
	return <-replies
}
