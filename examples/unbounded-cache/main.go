// Command accounts signs people in and tells who they are.
package main

import (
	"cmp"
	"errors"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

func main() {
	sessions.add("demo", 1, 24*time.Hour)

	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Use(gin.Recovery())
	router.GET("/healthz", func(c *gin.Context) { c.Status(http.StatusNoContent) })
	router.POST("/login", login)
	router.GET("/me", requireSession, me)

	server := &http.Server{
		Addr:              ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           router,
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}

type credentials struct {
	Name     string `json:"name" binding:"required"`
	Password string `json:"password" binding:"required"`
}

func login(c *gin.Context) {
	var given credentials
	if err := c.ShouldBindJSON(&given); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	userID, err := authenticate(given.Name, given.Password)
	if err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
		return
	}
	token := newToken()
	sessions.add(token, userID, 15*time.Minute)
	c.JSON(http.StatusOK, gin.H{"token": token})
}

func me(c *gin.Context) {
	current := c.MustGet("session").(*session)
	c.JSON(http.StatusOK, gin.H{"user": current.userID, "scopes": current.scopes})
}

func requireSession(c *gin.Context) {
	token, _ := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
	found, ok := sessions.find(token)
	if !ok {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "sign in first"})
		return
	}
	c.Set("session", found)
}

var errWrongPassword = errors.New("wrong name or password")

type account struct {
	id       int
	password string
}

// accounts stand in for the user database.
var accounts = map[string]account{"ada": {1, "correct horse"}, "grace": {2, "battery staple"}}

func authenticate(name, password string) (userID int, err error) {
	found, ok := accounts[name]
	if !ok || found.password != password {
		return 0, errWrongPassword
	}
	return found.id, nil
}
