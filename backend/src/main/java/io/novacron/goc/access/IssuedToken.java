package io.novacron.goc.access;

/** A new token with its secret, which is shown this once and kept nowhere. */
public record IssuedToken(ApiToken token, String secret) {

    @Override
    public String toString() {
        return "IssuedToken[" + token.name() + "]";
    }
}
