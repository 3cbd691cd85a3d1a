package io.novacron.goc.access;

/** What a person is here for. */
public enum Role {
    OPERATOR,
    COMMANDER,
    EXECUTIVE,
    AUDITOR,
    ADMIN;

    /** The authority that Spring Security knows it by. */
    public String authority() {
        return "ROLE_" + name();
    }
}
