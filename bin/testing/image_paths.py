"""usage: image_paths.py CHECKOUT. The composition is well-formed, and what it and the Dockerfile name exists."""
import pathlib
import re
import sys

import yaml

root = pathlib.Path(sys.argv[1])
docker = root / "docker"
missing = []

# Sources of COPY; those of another stage are made by the build, below a module's target.
instructions = re.sub(r"\\\n", " ", (docker / "Dockerfile").read_text())
copies = re.findall(r"^COPY (?:--from=(\S+) )?(.+) \S+$", instructions, re.MULTILINE)
stages = set(re.findall(r"^FROM \S+ AS (\S+)$", instructions, re.MULTILINE))
for stage, sources in copies:
    if stage and stage not in stages:
        missing.append("stage " + stage)
    if not stage:
        missing += [source for source in sources.split() if not (root / source).exists()]

composition = yaml.safe_load((docker / "compose.yaml").read_text())
services = composition["services"]
for name, service in services.items():
    for volume in service.get("volumes", []):
        source = volume.split(":")[0]
        known = (docker / source).exists() if source.startswith(".") else source in composition["volumes"]
        missing += [] if known else [f"{name}: volume {source}"]
    missing += [f"{name}: secret {s}" for s in service.get("secrets", []) if s not in composition["secrets"]]
    missing += [f"{name}: depends on {s}" for s in service.get("depends_on", {}) if s not in services]
    if "build" in service and not (docker / service["build"]["context"] / service["build"]["dockerfile"]).is_file():
        missing.append(f"{name}: Dockerfile")

if missing or len(copies) < 5 or len(services) < 2:
    sys.exit("missing: " + ", ".join(missing))
