// Command logins hands out session tokens.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

type session struct {
	user    string
	expires time.Time
	roles   []string
}

type store struct {
	sync.RWMutex
	byToken map[string]*session
}

// open makes a session. Nothing ever looks at expires.
func (s *store) open(user string) string {
	raw := make([]byte, 16)
	rand.Read(raw)
	token := hex.EncodeToString(raw) // LEAK
	made := &session{                // LEAK
		user:    user,
		expires: time.Now().Add(time.Hour),
		roles:   []string{"reader"}, // LEAK
	}
	s.Lock()
	s.byToken[token] = made // LEAK
	s.Unlock()
	return token
}

func (s *store) find(token string) *session {
	s.RLock()
	defer s.RUnlock()
	return s.byToken[token]
}

func main() {
	sessions := &store{byToken: map[string]*session{}}
	http.HandleFunc("GET /alive", func(w http.ResponseWriter, r *http.Request) {})
	http.HandleFunc("POST /login", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusCreated)
		json.NewEncoder(w).Encode(map[string]string{"token": sessions.open("ada")})
	})
	http.HandleFunc("GET /me", func(w http.ResponseWriter, r *http.Request) {
		if sessions.find(r.Header.Get("Authorization")) == nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
