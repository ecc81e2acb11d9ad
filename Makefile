# The verbs of this project; README.md says what each does for a newcomer.
SHELL := /bin/bash
MVN ?= mvn -B -ntp
CHROMIUM ?= $(firstword $(wildcard /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome))
JAR := target/switchboard.jar
SOURCES := pom.xml $(shell find src/main processes forms -type f -not -path '*/node_modules/*' 2>/dev/null)
DIAGRAMS := src/test/diagrams
FRONTEND := src/main/frontend

export CHROMIUM
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

.DEFAULT_GOAL := help
.PHONY: help run test demo bench train eval format prerequisites

help: ## lists the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: prerequisites $(JAR) ## builds what is missing and starts Switchboard at http://localhost:8080
	@exec java -jar $(JAR)

$(JAR): $(SOURCES)
	@echo "Building $(JAR) (the first time this downloads what it needs; a minute or two) …"
	@$(MVN) -q package -DskipTests
	@touch $(JAR)

test: prerequisites ## every check there is: format, Java tests, diagram and form lint, front-end tests, browser tests
	@test -n "$(CHROMIUM)" || { echo "Chromium is missing: browser tests need it (Debian: apt-get install chromium; or set CHROMIUM to its path)."; exit 1; }
	cd $(DIAGRAMS) && npm ci --no-audit --no-fund && npm test && npm run lint
	cd $(FRONTEND) && npm ci --no-audit --no-fund && npm run check
	$(MVN) spotless:check verify

demo: ## against a running Switchboard: onboards a client who sends three texts, and says where to look
	@node src/demo/demo.mjs

bench: ## the benchmarks; none are written yet
	@echo "There are no benchmarks yet; they come with the work on scale."

train: prerequisites ## trains the offline classifier's heads from src/training
	$(MVN) -q test-compile exec:java

eval: prerequisites ## measures the heads on the rows that were kept aside from training
	$(MVN) -q test-compile exec:java -Dexec.args=held-out

format: ## formats the Java code and the dashboard's as the checks want it
	$(MVN) -q spotless:apply
	cd $(FRONTEND) && npm run --silent format

prerequisites:
	@command -v java >/dev/null || { echo "Java is missing: install a JDK 17 or newer."; exit 1; }
	@command -v javac >/dev/null || { echo "The Java compiler is missing: install a JDK 17 or newer, not only its runtime."; exit 1; }
	@java -version 2>&1 | awk -F '[".]' '/version/ {exit !($$2 >= 17)}' || { echo "Java is too old: a JDK 17 or newer is needed."; exit 1; }
	@command -v mvn >/dev/null || { echo "Maven is missing: install Maven 3.8 or newer."; exit 1; }
	@command -v node >/dev/null || { echo "Node is missing: install Node 20 or newer."; exit 1; }
	@node -e 'process.exit(+process.versions.node.split(".")[0] >= 20 ? 0 : 1)' || { echo "Node is too old: Node 20 or newer is needed."; exit 1; }
