// SPDX-License-Identifier: Apache-2.0
#include "printing.h"
#include "rawclient.h"
#include "tests/support/sanitized.h"
#include "testserver.h"
#include "wiretext.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace xp::service;
using Milliseconds = RawClient::Milliseconds;

namespace {

/// One blocking TLS connection that trusts the certificate it is given, for `localhost`.
class TlsClient
{
public:
    TlsClient(std::uint16_t port, const std::string& trusted, int newestVersion = TLS1_3_VERSION)
        : m_context(SSL_CTX_new(TLS_client_method())), m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        SSL_CTX_load_verify_locations(m_context, trusted.c_str(), nullptr);
        SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_security_level(m_context, 0);
        SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context, newestVersion);
        const timeval timeout{5, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof(timeout));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_ssl = SSL_new(m_context);
        SSL_set1_host(m_ssl, "localhost");
        SSL_set_alpn_protos(m_ssl, reinterpret_cast<const unsigned char*>("\x02h2\x08http/1.1"), 12);
        SSL_set_fd(m_ssl, m_socket);
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0 &&
                        SSL_connect(m_ssl) == 1;
    }
    ~TlsClient()
    {
        SSL_free(m_ssl);
        SSL_CTX_free(m_context);
        ::close(m_socket);
    }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    bool isConnected() const { return m_isConnected; }
    bool send(const std::string& bytes) { return SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size())) > 0; }

    std::string protocol() const
    {
        const unsigned char* name = nullptr;
        unsigned int length = 0;
        SSL_get0_alpn_selected(m_ssl, &name, &length);
        return std::string(reinterpret_cast<const char*>(name), length);
    }

    /// All until the server's goodbye; nothing when the connection was cut.
    std::string readToEnd()
    {
        std::string text;
        char piece[16 * 1024];
        for (;;) {
            const int count = SSL_read(m_ssl, piece, sizeof(piece));
            if (count <= 0)
                return SSL_get_error(m_ssl, count) == SSL_ERROR_ZERO_RETURN ? text : std::string();
            text.append(piece, static_cast<std::size_t>(count));
        }
    }

    /// Reads until `end` has come.
    std::string readUntil(const std::string& end)
    {
        std::string text;
        char c = 0;
        while (!text.ends_with(end) && SSL_read(m_ssl, &c, 1) == 1)
            text += c;
        return text;
    }

private:
    SSL_CTX* m_context;
    SSL* m_ssl = nullptr;
    int m_socket;
    bool m_isConnected = false;
};

} // namespace

class TestHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers();
    void sendsLargeAnswersAndStreams();
    void showsTheAnswerBehindALargeBody();
    void refusesOldVersions();
    void survivesNoiseAndSilence();
    void whoIsSilentCostsLittle();
    void answersLateAndStops();
    void checksItsFiles();

private:
    HttpOptions options() const;
    std::string path(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    void makeCertificate(const QString& name);

    QTemporaryDir m_folder;
};

void TestHttpTls::makeCertificate(const QString& name)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-keyout"),
                   name % QStringLiteral(".key"), QStringLiteral("-out"), name % QStringLiteral(".crt")});
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
}

void TestHttpTls::initTestCase()
{
    makeCertificate(QStringLiteral("server"));
    makeCertificate(QStringLiteral("other"));
}

HttpOptions TestHttpTls::options() const
{
    return {.threads = 2, .certificateFile = path("server.crt"), .keyFile = path("server.key")};
}

void TestHttpTls::answers()
{
    TestServer server(options());
    QVERIFY2(server.isRunning(), server.error().c_str());
    TlsClient client(server.port(), path("server.crt"));
    QVERIFY(client.isConnected());
    QCOMPARE(client.protocol(), std::string("http/1.1"));
    QVERIFY(client.send(request("GET /ok")));
    QVERIFY(client.readUntil("{\"ok\":true}").starts_with("HTTP/1.1 200 OK\r\n"));
    // The same connection, two at once.
    QVERIFY(client.send(request("GET /echo") + request("GET /ok", "Connection: close\r\n")));
    const std::string rest = client.readToEnd();
    QVERIFY(rest.find("\"tls\":true") != std::string::npos);
    QVERIFY(rest.ends_with("{\"ok\":true}"));
}

void TestHttpTls::sendsLargeAnswersAndStreams()
{
    TestServer server(options());
    TlsClient large(server.port(), path("server.crt"));
    QVERIFY(large.send(request("GET /large", "Connection: close\r\n")));
    QCOMPARE(large.readToEnd().size() / (1024 * 1024), std::size_t(8));
    TlsClient stream(server.port(), path("server.crt"));
    QVERIFY(stream.send("GET /stream HTTP/1.0\r\n\r\n"));
    QVERIFY(stream.readToEnd().ends_with("\r\n\r\n" + std::string(100'000, 'x')));
    // One that is cut off has no goodbye: a client can tell.
    TlsClient broken(server.port(), path("server.crt"));
    QVERIFY(broken.send("GET /stream/broken HTTP/1.0\r\n\r\n"));
    QCOMPARE(broken.readToEnd(), std::string());
}

void TestHttpTls::showsTheAnswerBehindALargeBody()
{
    TestServer server(options());
    TlsClient client(server.port(), path("server.crt"));
    QVERIFY(client.send(request("POST /echo", "Content-Length: 10000000\r\n")));
    const std::string piece(1'000'000, 'x');
    for (int i = 0; i < 10; ++i)
        QVERIFY(client.send(piece));
    QVERIFY(client.readUntil("\r\n").starts_with("HTTP/1.1 413 "));
}

void TestHttpTls::refusesOldVersions()
{
    TestServer server(options());
    QVERIFY(TlsClient(server.port(), path("server.crt"), TLS1_2_VERSION).isConnected());
    QVERIFY(!TlsClient(server.port(), path("server.crt"), TLS1_1_VERSION).isConnected());
    QVERIFY(!TlsClient(server.port(), path("other.crt")).isConnected());
}

void TestHttpTls::survivesNoiseAndSilence()
{
    HttpOptions impatient = options();
    impatient.timeouts.request = Milliseconds(300);
    TestServer server(impatient);
    RawClient plain(server.port());
    plain.send(request("GET /ok"));
    QVERIFY(plain.isClosedWithin(Milliseconds(2000)));
    RawClient silent(server.port());
    QVERIFY(silent.isClosedWithin(Milliseconds(2000)));
    for (int i = 0; i < 50; ++i) {
        RawClient leaving(server.port());
        leaving.send("\x16\x03\x01");
        leaving.leave(i % 2 == 0);
    }
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    QVERIFY(TlsClient(server.port(), path("server.crt")).isConnected());
}

/// Ten thousand of them may be there at once, and nobody has let them in.
void TestHttpTls::whoIsSilentCostsLittle()
{
#ifdef __GLIBC__
    if (xp::test::kSanitized)
        QSKIP("a sanitizer has an allocator of its own");
    constexpr std::size_t kMany = 200;
    TestServer server(options());
    const auto held = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto bytesEach = [&](const std::string& said) {
        const std::size_t before = held();
        for (std::size_t i = 0; i < kMany; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(said);
        }
        const auto all = clients.size();
        const auto isThere = [&] { return server.server().counts().connections == all; };
        if (!QTest::qWaitFor(isThere, 10'000))
            return std::size_t(1) << 30;
        std::this_thread::sleep_for(Milliseconds(200)); // so that what was said is read
        return (held() - before) / kMany;
    };
    QVERIFY(TlsClient(server.port(), path("server.crt")).isConnected()); // what the first one makes for all
    QTRY_COMPARE(server.server().counts().connections, std::size_t(0));
    const std::size_t silent = bytesEach("");
    QVERIFY2(silent < 20'000, std::to_string(silent).c_str());
    const std::size_t begun = bytesEach("\x16\x03\x01\x02");
    QVERIFY2(begun < 90'000, std::to_string(begun).c_str());
#endif
}

void TestHttpTls::answersLateAndStops()
{
    TestServer server(options());
    TlsClient client(server.port(), path("server.crt"));
    TlsClient left(server.port(), path("server.crt"));
    QVERIFY(client.send(request("GET /held")));
    QVERIFY(server.waitForHeld(1));
    std::thread answering([&] {
        std::this_thread::sleep_for(Milliseconds(200));
        for (const auto& exchange : server.takeHeld())
            exchange->respond(jsonResponse("{\"late\":true}"));
    });
    const auto start = std::chrono::steady_clock::now();
    server.server().stop();
    answering.join();
    QVERIFY(std::chrono::steady_clock::now() - start < Milliseconds(4000));
    QVERIFY(client.readToEnd().ends_with("{\"late\":true}"));
}

void TestHttpTls::checksItsFiles()
{
    const auto errorOf = [](const std::string& certificate, const std::string& key) {
        HttpServer server({.port = 0, .certificateFile = certificate, .keyFile = key}, Router());
        const auto started = server.start();
        return started ? std::string() : started.error().sentence.text;
    };
    QCOMPARE(errorOf(path("server.crt"), path("server.key")), std::string());
    QVERIFY(errorOf(path("server.crt"), "").find("one is missing") != std::string::npos);
    QVERIFY(errorOf(path("none.crt"), path("server.key")).find("none.crt") != std::string::npos);
    QVERIFY(errorOf(path("none.crt"), path("server.key")).find("No such file or directory") != std::string::npos);
    QVERIFY(errorOf(path("server.key"), path("server.key")).find("certificate") != std::string::npos);
    QVERIFY(errorOf(path("server.crt"), path("none.key")).find("none.key") != std::string::npos);
    QVERIFY(errorOf(path("server.crt"), path("other.key")).find("other.key") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
