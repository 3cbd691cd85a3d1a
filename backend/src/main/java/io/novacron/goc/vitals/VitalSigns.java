package io.novacron.goc.vitals;

import org.springframework.stereotype.Service;

/** Says when the house was last alive; asking costs nothing. */
@Service
public class VitalSigns {

    private final Canary canary;
    private final DatabaseProbe database;

    VitalSigns(Canary canary, DatabaseProbe database) {
        this.canary = canary;
        this.database = database;
    }

    public Vitals now() {
        return new Vitals(canary.heardAt(), database.answeredAt());
    }
}
