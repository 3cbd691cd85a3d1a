package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.novacron.goc.dashboards.Audience;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.Dashboards;
import io.novacron.goc.dashboards.GrafanaImport;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.shell.Notices;
import java.io.IOException;
import java.io.InputStream;

/** Brings a dashboard along from Grafana: shows what was read and what not, before it is kept. */
final class ImportDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Dashboards dashboards;
    private final transient DashboardUser user;
    private final Div found = new Div();
    private final Button keep = new Button("Keep it");
    private transient GrafanaImport.@org.jspecify.annotations.Nullable Imported imported;

    ImportDialog(Dashboards dashboards, DashboardUser user) {
        this.dashboards = dashboards;
        this.user = user;
        setHeaderTitle("Import from Grafana");
        Upload upload = new Upload(this::receive);
        upload.setAcceptedFileExtensions(".json");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(GrafanaImport.LARGEST);
        upload.addFileRejectedListener(rejected -> Notices.refused(
                "%s A dashboard of 2 MiB at most is read, as a .json file.".formatted(rejected.getErrorMessage())));
        Paragraph how =
                new Paragraph("In Grafana: Share, Export, Save to file. Panels asked in PromQL come over with their "
                        + "places, units and thresholds.");
        how.addClassName("goc-secondary");
        found.addClassName("goc-imported");
        Div form = new Div(how, upload, found);
        form.addClassName("goc-form");
        add(form);
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setEnabled(false);
        keep.addClickListener(click -> keep());
        getFooter().add(new Button("Cancel", click -> close()), keep);
    }

    private void receive(UploadEvent event) throws IOException {
        byte[] bytes;
        try (InputStream in = event.getInputStream()) {
            bytes = in.readNBytes(GrafanaImport.LARGEST + 1);
        }
        event.getUI().access(() -> read(bytes));
    }

    private void read(byte[] bytes) {
        found.removeAll();
        keep.setEnabled(false);
        try {
            GrafanaImport.Imported read = GrafanaImport.read(bytes);
            imported = read;
            keep.setEnabled(true);
            found.add(
                    new H3(read.title()),
                    new Paragraph("Read: %d of panels, %d of variables."
                            .formatted(
                                    read.content().panels().size(),
                                    read.content().variables().size())));
            if (!read.leftOut().isEmpty()) {
                UnorderedList list = new UnorderedList();
                read.leftOut().forEach(line -> list.add(new ListItem(line)));
                found.add(new H3("Left out (%d)".formatted(read.leftOut().size())), list);
            }
        } catch (OperationsException e) {
            Div why = new Div(e.explanation());
            why.addClassName("goc-notice");
            found.add(why);
        }
    }

    private void keep() {
        GrafanaImport.Imported read = imported;
        if (read == null) {
            return;
        }
        try {
            Dashboard kept = dashboards.create(read.title(), Audience.PERSON, read.content(), user.person());
            close();
            getUI().or(() -> java.util.Optional.ofNullable(com.vaadin.flow.component.UI.getCurrent()))
                    .ifPresent(ui -> ui.navigate("dashboards/" + kept.id()));
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }
}
