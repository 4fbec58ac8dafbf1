package ghsync

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"syscall"

	"github.com/ghresume/ghresume/internal/hint"
)

// unreachable returns why a host did not answer, by the cause that has its own remedy.
func unreachable(host string, err error) *Error {
	e := &Error{Host: host, cause: err}
	dns, noName := errors.AsType[*net.DNSError](err)
	header, noTLS := errors.AsType[tls.RecordHeaderError](err)
	proxy, byProxy := errors.AsType[*net.OpError](err)
	byProxy = byProxy && proxy.Op == "proxyconnect"
	switch {
	case byProxy && !proxyWantsPassword(err):
		e.Reason, e.text = ProxyUnreachable, fmt.Sprintf("the proxy on the way to %s cannot be reached: %v", host, root(err))
		e.hint = "check HTTPS_PROXY and HTTP_PROXY, or name the host in NO_PROXY; " + hint.Offline + " uses the saved snapshot"
	case noName:
		e.Reason, e.text = UnknownHost, fmt.Sprintf("no address was found for %s: %s", dns.Name, dns.Err)
		e.hint = "check the network" + ifConfigured(host, " and the spelling in GITHUB_API_URL") + "; " + hint.Offline + " uses the saved snapshot"
	case proxyWantsPassword(err):
		e.Reason, e.text = ProxyPassword, "the proxy wants a password (407 Proxy Authentication Required)"
		e.hint = "put it into HTTPS_PROXY: http://USER:PASSWORD@HOST:PORT"
	case errors.Is(err, syscall.ECONNREFUSED):
		e.Reason, e.text = ConnectionRefused, fmt.Sprintf("%s refused the connection", host)
		e.hint = "check " + cmp.Or(ifConfigured(host, "the host and port in GITHUB_API_URL"), "the network, a firewall or the proxy") + "; " + hint.Offline + " uses the saved snapshot"
	case noTLS:
		e.Reason, e.text = NotGitHub, fmt.Sprintf("%s does not speak TLS: %s", host, header.Msg)
		e.hint = "check the scheme and port in GITHUB_API_URL and HTTPS_PROXY"
	case certificateProblem(e, host, err):
	case errors.Is(err, context.DeadlineExceeded) || isTimeout(err):
		e.Reason, e.text = NoAnswer, fmt.Sprintf("no answer from %s in time", host)
		e.hint = "check the network, a firewall or the proxy; " + hint.Offline + " uses the saved snapshot"
	default:
		e.Reason, e.text = NoAnswer, fmt.Sprintf("no answer from %s: %v", host, root(err))
		e.hint = "check the network" + ifConfigured(host, " and GITHUB_API_URL") + "; " + hint.Offline + " uses the saved snapshot"
	}
	return e
}

// ifConfigured returns advice about a host that the user has set; github.com is the default.
func ifConfigured(host string, advice hint.Hint) hint.Hint {
	if host == "api.github.com" {
		return ""
	}
	return advice
}

// certificateProblem fills in e if the problem is the server's certificate.
func certificateProblem(e *Error, host string, err error) bool {
	invalid, isInvalid := errors.AsType[x509.CertificateInvalidError](err)
	_, unknown := errors.AsType[x509.UnknownAuthorityError](err)
	_, another := errors.AsType[x509.HostnameError](err)
	switch {
	case unknown:
		e.Reason, e.text = UnknownAuthority, fmt.Sprintf("the certificate of %s is signed by an authority that this machine does not know", host)
		e.hint = "name the file with your company's root certificate in SSL_CERT_FILE, or have it installed"
	case isInvalid && invalid.Reason == x509.Expired:
		e.Reason, e.text = BadCertificate, fmt.Sprintf("the certificate of %s has expired or is not valid yet", host)
		e.hint = "check this machine's date and time; if they are right, the server needs a new certificate"
	case another:
		e.Reason, e.text = BadCertificate, fmt.Sprintf("the certificate is not one of %s", host)
		e.hint = "check the host in GITHUB_API_URL, and whether a proxy intercepts the connection"
	case isInvalid:
		e.Reason, e.text = BadCertificate, fmt.Sprintf("the certificate of %s is not valid: %v", host, invalid)
		e.hint = "tell the administrators of the server"
	default:
		return false
	}
	return true
}

// proxyWantsPassword checks the text because net/http has no type for it.
func proxyWantsPassword(err error) bool {
	return strings.Contains(err.Error(), "Proxy Authentication Required")
}

func isTimeout(err error) bool {
	timeout, ok := errors.AsType[net.Error](err)
	return ok && timeout.Timeout()
}

// isLasting reports whether trying again is pointless.
func (e *Error) isLasting() bool {
	switch e.Reason {
	case UnknownHost:
		dns, ok := errors.AsType[*net.DNSError](e.cause)
		return ok && dns.IsNotFound
	case ConnectionRefused, ProxyUnreachable, UnknownAuthority, BadCertificate, ProxyPassword, MalformedToken, NotGitHub:
		return true
	}
	return badAddress(e.cause)
}

// badAddress reports whether a request could never be sent.
func badAddress(err error) bool {
	parse, ok := errors.AsType[*url.Error](err)
	return ok && parse.Op == "parse"
}
