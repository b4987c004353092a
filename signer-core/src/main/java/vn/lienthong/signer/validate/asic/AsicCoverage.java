package vn.lienthong.signer.validate.asic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.signer.validate.xml.XmlSignatures;

/** Which signature covers which file of a container, and what is covered by none. */
final class AsicCoverage {
    private final AsicContainer container;
    private final EntryNames names;
    private final List<AsicFinding> findings = new ArrayList<>();
    /** Names of covered files, by signature. */
    private final Map<String, Set<String>> covered = new LinkedHashMap<>();

    AsicCoverage(AsicContainer container) {
        this.container = container;
        this.names = new EntryNames(
                container.archive().items().stream().map(ZipItem::name).collect(Collectors.toSet()));
    }

    private void fault(AsicFault fault, String detail) {
        findings.add(new AsicFinding(fault, detail));
    }

    List<AsicFinding> faults() {
        type();
        container.unknown().forEach(name -> fault(AsicFault.META_INF_UNKNOWN, name));
        container.notChecked().forEach(name -> fault(AsicFault.META_INF_NOT_CHECKED, name));
        fileLists();
        folders();
        container.unreadable().forEach(name -> fault(AsicFault.MANIFEST_MALFORMED, name));
        container.xmlSignatures().forEach(this::xml);
        manifests();
        container.cmsSignatures().keySet().forEach(this::cms);
        contents();
        return List.copyOf(findings);
    }

    /** EN 319 162-1 §A.1. */
    private void type() {
        String comment = container.archive().comment();
        boolean commentIsType = comment.startsWith("mimetype=");
        if (!comment.isEmpty() && !commentIsType) {
            fault(AsicFault.COMMENT_NOT_SIGNED, "");
        }
        var item = container.archive().item("mimetype");
        if (item.isEmpty()) {
            fault(AsicFault.MIMETYPE_MISSING, "");
            return;
        }
        boolean contradicts = commentIsType && !comment.equals("mimetype=" + container.type());
        if (!container.hasKnownType() || contradicts) {
            fault(AsicFault.MIMETYPE_WRONG, "");
        }
        if (item.get().headerAt() != 0 || item.get().deflated() || item.get().hasExtraField()) {
            fault(AsicFault.MIMETYPE_NOT_PLAIN, "");
        }
    }

    private void xml(String name, XmlSignatures signatures) {
        int number = 0;
        for (List<String> references : signatures.externalReferences()) {
            covered.put(name + "#" + number++, resolve(references));
        }
    }

    private Set<String> resolve(List<String> references) {
        Set<String> found = new HashSet<>();
        for (String reference : references) {
            if (names.isAmbiguous(reference)) {
                fault(AsicFault.NAME_AMBIGUOUS, reference);
            }
            names.find(reference).ifPresentOrElse(found::add, () -> fault(AsicFault.NAMED_FILE_MISSING, reference));
        }
        return found;
    }

    private void fileLists() {
        Map<String, Long> sizes =
                container.archive().items().stream().collect(Collectors.toMap(ZipItem::name, ZipItem::size));
        container.fileLists().forEach((name, octets) -> {
            switch (OpenDocumentManifest.read(octets, sizes)) {
                case PLAIN -> {}
                case OF_UNKNOWN_TYPE -> fault(AsicFault.META_INF_NOT_CHECKED, name);
                case DOUBTFUL -> fault(AsicFault.MANIFEST_DOUBTFUL, name);
            }
        });
    }

    /** A folder's name is shown, and signed only as part of the names of the files in it. */
    private void folders() {
        List<String> files = container.archive().items().stream()
                .filter(item -> !item.isFolder())
                .map(ZipItem::name)
                .toList();
        container.archive().items().stream()
                .filter(ZipItem::isFolder)
                .map(ZipItem::name)
                .filter(folder -> files.stream().noneMatch(file -> file.startsWith(folder)))
                .forEach(folder -> fault(AsicFault.FILE_NOT_SIGNED, folder));
    }

    /** Each manifest belongs to one signature or timestamp, and each of these has one manifest at most. */
    private void manifests() {
        Set<String> signatures = new HashSet<>();
        container.manifests().forEach((name, manifest) -> {
            Set<String> files = new HashSet<>(manifest.files());
            String signature = names.find(manifest.signature()).orElse("");
            boolean isSignature = container.cmsSignatures().containsKey(signature)
                    || container.timestamps().containsKey(signature);
            if (signature.isEmpty()) {
                fault(AsicFault.NAMED_FILE_MISSING, manifest.signature());
            } else if (!isSignature
                    || !signatures.add(signature)
                    || files.size() != manifest.files().size()
                    || files.isEmpty()) {
                fault(AsicFault.MANIFEST_DOUBTFUL, name);
            }
            resolve(manifest.files());
        });
    }

    private void cms(String signature) {
        List<AsicManifest> own = container.signatureManifests().stream()
                .map(name -> container.manifests().get(name))
                .filter(manifest -> names.find(manifest.signature()).orElse("").equals(signature))
                .toList();
        if (own.size() == 1) {
            Set<String> files = own.getFirst().files().stream()
                    .flatMap(file -> names.find(file).stream())
                    .collect(Collectors.toSet());
            covered.put(signature, files);
        } else if (own.isEmpty() && container.isForOneFile()) {
            covered.put(signature, Set.copyOf(container.contents()));
        } else {
            covered.put(signature, Set.of());
            fault(AsicFault.MANIFEST_DOUBTFUL, signature);
        }
    }

    private void contents() {
        List<String> contents = container.contents();
        if (container.isForOneFile() && contents.size() != 1) {
            fault(AsicFault.NOT_ONE_FILE, "");
        }
        for (String file : contents) {
            long by = covered.values().stream()
                    .filter(files -> files.contains(file))
                    .count();
            if (by == 0) {
                fault(AsicFault.FILE_NOT_SIGNED, file);
            } else if (by < covered.size()) {
                fault(AsicFault.SIGNATURES_DIFFER, file);
            }
        }
        if (contents.isEmpty()) {
            fault(AsicFault.FILE_NOT_SIGNED, "");
        }
    }
}
