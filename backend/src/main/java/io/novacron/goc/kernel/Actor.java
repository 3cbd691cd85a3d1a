package io.novacron.goc.kernel;

/** Who did it: a person by user name, or a part of the machine by its room. */
public record Actor(String name, boolean machine) {

    public Actor {
        if (name.isBlank() || name.length() > 64) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "an actor's name needs 1 to 64 characters");
        }
    }

    public static Actor person(String userName) {
        return new Actor(userName, false);
    }

    public static Actor machine(String room) {
        return new Actor(room, true);
    }
}
