package io.novacron.goc.client;

/** A batch was not taken: either it never will be, or it was not in time. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    RefusedException(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    /** True when sending the same again cannot help. */
    public boolean isForGood() {
        return forGood;
    }
}
