package io.novacron.goc.reporting.render;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A4 pages that fill from the top. Lengths are in points. The same calls give the same bytes: the document's id and
 * dates come from its content, not from the clock.
 */
final class Sheet implements AutoCloseable {

    static final float MARGIN = 48;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float FOOT = 64;
    private static final float BOLD_STROKE = 0.032f;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream out;
    private float y;

    /** How a text is set. */
    record Style(float size, boolean bold, Color color) {}

    Sheet(String title, Instant date, long id) {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            font = PDType0Font.load(document, file, true);
            document.setDocumentId(id);
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(title);
            about.setCreator("NovaCron GOC");
            GregorianCalendar created = GregorianCalendar.from(date.atZone(ZoneOffset.UTC));
            about.setCreationDate(created);
            about.setModificationDate(created);
            document.setDocumentInformation(about);
            out = newPage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    /** Goes to a new page unless so much room is left on this one. Returns whether it did. */
    boolean need(float height) {
        if (y - height >= FOOT) {
            return false;
        }
        try {
            out.close();
            out = newPage();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float y() {
        return y;
    }

    void down(float by) {
        y -= by;
    }

    /** Writes a text so many points from the left margin, its base line so many below the present height. */
    void text(String text, float x, float below, Style style) {
        try {
            out.beginText();
            out.setFont(font, style.size());
            out.setNonStrokingColor(style.color());
            if (style.bold()) {
                out.setRenderingMode(RenderingMode.FILL_STROKE);
                out.setStrokingColor(style.color());
                out.setLineWidth(style.size() * BOLD_STROKE);
            } else {
                out.setRenderingMode(RenderingMode.FILL);
            }
            out.newLineAtOffset(MARGIN + x, y - below);
            out.showText(printable(text));
            out.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void textRight(String text, float right, float below, Style style) {
        text(text, right - width(text, style.size()), below, style);
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(printable(text)) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks a text into lines that are no wider, at blanks where it has some. */
    List<String> lines(String text, float widest, float size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split("\\s+")) {
            String rest = word;
            while (width(rest, size) > widest) {
                int fits = rest.length();
                while (width(rest.substring(0, fits), size) > widest) {
                    fits--;
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            String longer = line.isEmpty() ? rest : line + " " + rest;
            if (width(longer, size) > widest) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(rest);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    void rule(float below, Color color) {
        line(0, below, WIDTH, below, color, 0.6f);
    }

    void line(float x1, float below1, float x2, float below2, Color color, float thick) {
        try {
            out.setStrokingColor(color);
            out.setLineWidth(thick);
            out.moveTo(MARGIN + x1, y - below1);
            out.lineTo(MARGIN + x2, y - below2);
            out.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void box(float x, float below, float width, float height, Color color) {
        try {
            out.setNonStrokingColor(color);
            out.addRect(MARGIN + x, y - below - height, width, height);
            out.fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the foot of every page and returns the document. */
    byte[] finish(List<String> foot, Style style) {
        try {
            out.close();
            for (int page = 0; page < pages.size(); page++) {
                try (PDPageContentStream end = new PDPageContentStream(
                        document, pages.get(page), PDPageContentStream.AppendMode.APPEND, true)) {
                    out = end;
                    y = FOOT - 12;
                    float below = 0;
                    for (String line : foot) {
                        text(line, 0, below, style);
                        below += style.size() + 2;
                    }
                    textRight("%d / %d".formatted(page + 1, pages.size()), WIDTH, 0, style);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the font cannot show becomes a question mark, so that no title can stop a report. */
    private String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean blank = Character.isWhitespace(point) || Character.isISOControl(point);
            result.appendCodePoint(blank ? ' ' : isInFont(point) ? point : '?');
        });
        return result.toString();
    }

    private boolean isInFont(int point) {
        try {
            font.encode(Character.toString(point));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
