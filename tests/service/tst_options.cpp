// SPDX-License-Identifier: Apache-2.0
#include "service/loopback.h"
#include "service/options.h"
#include "service/system.h"

#include <QTest>
#include <map>

using namespace xp;
using namespace xp::service;

namespace {

Result<Invocation> parse(std::vector<std::string> arguments, std::map<std::string, std::string> variables = {})
{
    return parseInvocation(arguments, [&](const std::string& name) -> std::optional<std::string> {
        const auto it = variables.find(name);
        return it == variables.end() ? std::nullopt : std::optional(it->second);
    });
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasDefaults()
    {
        const auto got = parse({"--database-url", "sqlite:///x.db"});
        QVERIFY(got);
        QCOMPARE(got->kind, Invocation::Kind::Serve);
        QCOMPARE(got->options.host, std::string("127.0.0.1"));
        QCOMPARE(int(got->options.port), 8000);
        QVERIFY(got->options.anonymous == (std::set<Grant>{Grant::Assign, Grant::Track, Grant::Stats}));
        QVERIFY(got->options.adminTokens.empty());
    }

    void theCommandLineWins()
    {
        const auto got = parse({"--port=9001", "--log-format", "text"},
                               {{"PORT", "9000"}, {"LOG_FORMAT", "json"}, {"DATABASE_URL", "sqlite:////a/b.db"}});
        QVERIFY(got);
        QCOMPARE(int(got->options.port), 9001);
        QCOMPARE(got->options.logFormat, LogFormat::Text);
        QCOMPARE(got->options.database.path, std::string("/a/b.db"));
    }

    void aVariableIsNotLookedAtWhereItsOptionIsGiven()
    {
        const auto got = parse({"--port", "0", "--threads=2"},
                               {{"PORT", "abc"}, {"XP_THREADS", "many"}, {"DATABASE_URL", "sqlite:///x.db"}});
        QVERIFY2(got, got ? "" : got.error().sentence.text.c_str());
        QCOMPARE(int(got->options.port), 0);
        QCOMPARE(got->options.threads, std::size_t(2));
        QCOMPARE(parse({"--help"}, {{"PORT", "abc"}})->kind, Invocation::Kind::Help);
        QVERIFY(parse({"--host", "::1"}, {{"PORT", "abc"}}).error().sentence.text.starts_with("PORT is 'abc'"));
        QCOMPARE(parse({"--host", "[::1]"})->options.host, std::string("::1")); // as a URL has it
    }

    void anEmptyAnonymousLocksEverything()
    {
        QVERIFY(parse({}, {{"XP_ANONYMOUS", ""}})->options.anonymous.empty());
        QVERIFY(parse({"--anonymous="})->options.anonymous.empty());
        QVERIFY(parse({}, {{"XP_ANONYMOUS", "read, evaluate"}})->options.anonymous ==
                (std::set<Grant>{Grant::Read, Grant::Evaluate}));
    }

    void twoTokensForRotation()
    {
        QVERIFY(parse({}, {{"ADMIN_TOKEN", "old,new"}})->options.adminTokens ==
                (std::vector<std::string>{"old", "new"}));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("port") << "--port"
                              << "70000";
        QTest::newRow("port text") << "--port"
                                   << "http";
        QTest::newRow("database") << "--database-url"
                                  << "mysql://x";
        QTest::newRow("anonymous") << "--anonymous"
                                   << "assign,everything";
        QTest::newRow("cors") << "--cors-allowed-origins"
                              << "shop.example";
        QTest::newRow("cors slash") << "--cors-allowed-origins"
                                    << "https://shop.example/";
        QTest::newRow("log format") << "--log-format"
                                    << "xml";
        QTest::newRow("key without certificate") << "--tls-key"
                                                 << "key.pem";
        QTest::newRow("unknown") << "--colour"
                                 << "blue";
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        const auto got = parse({option.toStdString(), value.toStdString()});
        QVERIFY(!got);
        QVERIFY(!got.error().sentence.text.empty());
    }

    void neverRepeatsSecrets()
    {
        QCOMPARE(parse({"--pseudonymise=hunter2=="}).error().sentence.text,
                 std::string("There is no option '--pseudonymise'; --help lists all"));
        const auto stray = parse({"--admin-token", "correct", "hunter2"});
        QVERIFY(!stray);
        QVERIFY2(stray.error().sentence.text.find("hunter2") == std::string::npos, stray.error().sentence.text.c_str());
        for (const auto& [option, value] : {std::pair{"--database-url", "postgres//user:hunter2@host/db"},
                                            {"--database-read-url", "postgresql://user:hunter2@host/db?none=1"},
                                            {"--grafana-url", "http://user:hunter2@host/"},
                                            {"--grafana-token", "hunter2\n"}}) {
            const auto got = parse({option, value});
            QVERIFY(!got);
            const std::string& said = got.error().sentence.text;
            QVERIFY2(said.starts_with(option) && said.find("hunter2") == std::string::npos, said.c_str());
        }
    }

    void aCommandLineIsShownWithoutItsSecrets()
    {
        std::vector<std::string> words{"--admin-token",
                                       "hunter2",
                                       "--grafana-token=hunter2",
                                       "import",
                                       "--from",
                                       "postgresql://user:hun@ter2@host:5432/db",
                                       "--database-url=postgresql://u@host/db?sslpassword=hunter2&sslmode=require",
                                       "--plausible-api-key",
                                       "hunter2",
                                       "--pseudonymise",
                                       "hunter2",
                                       "--tls-key",
                                       "key.pem"};
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        hideSecrets(arguments);
        const std::vector<std::string> shown{
            "--admin-token",
            "xxxxxxx",
            "--grafana-token=xxxxxxx",
            "import",
            "--from",
            "postgresql://user:xxxxxxxx@host:5432/db",
            "--database-url=postgresql://u@host/db?sslpassword=xxxxxxx&sslmode=require",
            "--plausible-api-key",
            "xxxxxxx",
            "--pseudonymise",
            "xxxxxxx",
            "--tls-key",
            "key.pem"};
        QVERIFY(words == shown);
    }

    void commandsKeepTheirArguments()
    {
        const auto got = parse({"import", "file.csv", "--experiment", "key", "--database-url", "sqlite:///x.db"});
        QVERIFY(got);
        QCOMPARE(got->command, std::string("import"));
        QVERIFY(got->arguments == (std::vector<std::string>{"file.csv", "--experiment", "key"}));
        QCOMPARE(parse({"--recompute"})->command, std::string("recompute"));
    }

    void aReplicaIsOfPostgres()
    {
        const auto got = parse({}, {{"DATABASE_URL", "postgres://h/d"}, {"DATABASE_READ_URL", "postgres://standby/d"}});
        QVERIFY(got && got->options.replica);
        QCOMPARE(got->options.replica->display, std::string("postgresql://standby/d"));
        // Of several hosts a standby is read, the database is written to.
        const auto several =
            parse({}, {{"DATABASE_URL", "postgres://a,b/d"}, {"DATABASE_READ_URL", "postgres://a,b/d"}});
        QVERIFY(several && several->options.replica);
        QVERIFY(several->options.database.connectInfo.find("attrs='read-write'") != std::string::npos);
        QVERIFY(several->options.replica->connectInfo.find("attrs='prefer-standby'") != std::string::npos);
        QVERIFY(!parse({}, {{"DATABASE_URL", "postgres://h/d"}, {"DATABASE_READ_URL", "sqlite:///a.db"}}));
        QVERIFY(!parse({}, {{"DATABASE_URL", "sqlite:///a.db"}, {"DATABASE_READ_URL", "postgres://standby/d"}}));
        QVERIFY(!parse({}, {{"DATABASE_URL", "postgres://h/d"}})->options.replica);
    }

    void halfAPeerIsLeftOut()
    {
        const auto got = parse({}, {{"UNLEASH_URL", "http://unleash.fawkes.svc:4242/api"},
                                    {"UNLEASH_ADMIN_TOKEN", "a"},
                                    {"PLAUSIBLE_URL", "http://plausible.fawkes.svc:8000/api"},
                                    {"GRAFANA_TOKEN", "g"}});
        QVERIFY(got);
        QCOMPARE(got->options.leftOut.size(), std::size_t(4)); // of Unleash both, the flags and who changes them
        QVERIFY(got->options.unleash.url.empty() && got->options.unleashAdmin.token.empty());
        QVERIFY(got->options.plausible.url.empty() && got->options.grafana.url.empty());
        QCOMPARE(parse({}, {{"UNLEASH_ADMIN_TOKEN", "a"}})->options.leftOut.size(), std::size_t(1)); // never in silence
    }

    void aWholePeerIsTaken()
    {
        const auto got =
            parse({}, {{"UNLEASH_URL", "http://unleash.fawkes.svc:4242/api"}, {"UNLEASH_TOKEN", "*:development.t"}});
        QVERIFY(got);
        QVERIFY(got->options.leftOut.empty());
        QVERIFY(!got->options.unleash.url.empty() && got->options.unleashAdmin.token.empty());
        QVERIFY(!parse({}, {{"UNLEASH_URL", "unleash"}, {"UNLEASH_TOKEN", "t"}}));
        QVERIFY(!parse({}, {{"OIDC_ISSUER", "https://login.example"}}));
    }

    void helpNamesEveryVariable()
    {
        for (const char* name : {"DATABASE_URL", "DATABASE_READ_URL", "HOST", "PORT", "ADMIN_TOKEN", "XP_ANONYMOUS",
                                 "CORS_ALLOWED_ORIGINS", "TLS_CERT", "TLS_KEY", "LOG_FORMAT", "LOG_LEVEL", "APP_DIR"})
            QVERIFY2(helpText().find(name) != std::string::npos, name);
    }

    void knowsLoopback()
    {
        for (const char* host : {"127.0.0.1", "127.9.9.9", "localhost", "::1"})
            QVERIFY2(isLoopback(host), host);
        for (const char* host : {"0.0.0.0", "10.0.0.1", "::", "example.org", "127.0.0.1.example.org"})
            QVERIFY2(!isLoopback(host), host);
    }
};

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
