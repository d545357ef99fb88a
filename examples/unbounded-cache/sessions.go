package main

import (
	"crypto/rand"
	"encoding/hex"
	"sync"
	"time"
)

// A session is what the service remembers about somebody who is signed in.
type session struct {
	userID  int
	scopes  []string
	csrf    [32]byte
	created time.Time
	expires time.Time
}

type sessionStore struct {
	mu      sync.Mutex
	byToken map[string]*session
}

var sessions = sessionStore{byToken: make(map[string]*session)}

func (s *sessionStore) add(token string, userID int, life time.Duration) {
	now := time.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byToken[token] = &session{ // LEAK: no session is ever deleted
		userID:  userID,
		scopes:  []string{"profile", "orders"},
		csrf:    newSecret(),
		created: now,
		expires: now.Add(life),
	}
}

// find returns the session of a token unless it has expired.
func (s *sessionStore) find(token string) (*session, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, ok := s.byToken[token]
	if !ok || time.Now().After(found.expires) {
		return nil, false
	}
	return found, true
}

func newToken() string {
	secret := newSecret()
	return hex.EncodeToString(secret[:])
}

func newSecret() (secret [32]byte) {
	// Never fails on the systems that Go supports.
	_, _ = rand.Read(secret[:])
	return secret
}
