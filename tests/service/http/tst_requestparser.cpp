// SPDX-License-Identifier: Apache-2.0
#include "printing.h"
#include "service/http/requestparser.h"

#include <QTest>

using namespace xp::service;

namespace {

using Event = RequestParser::Event;

const std::string kHost = "Host: h\r\n";

void columns()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("expected");
}

void row(const char* name, const std::string& bytes, const std::string& expected)
{
    QTest::newRow(name) << bytes << expected;
}

/// What became of `bytes` when they came in pieces of `step`: a summary of the request, or the status.
std::string parsed(std::string_view bytes, std::size_t step)
{
    const HttpLimits limits{.headBytes = 512, .headerFields = 5};
    RequestParser parser(limits);
    std::string buffer;
    std::string result;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        buffer += bytes.substr(at, step);
        for (bool isStuck = false; !isStuck;) {
            std::size_t consumed = 0;
            const Event event = parser.feed(buffer, consumed);
            buffer.erase(0, consumed);
            if (event == Event::Failed)
                return result + std::to_string(parser.failure().status);
            if (event == Event::Head)
                parser.acceptBody(100, false);
            isStuck = event == Event::NeedMore && (consumed == 0 || buffer.empty());
            if (event == Event::Done || (event == Event::Head && !parser.hasBody())) {
                const bool keepAlive = parser.keepAlive();
                const Request request = parser.take();
                result += std::string(methodName(request.method())) + ' ' + std::string(request.target()) + " [" +
                          std::string(request.body()) + (keepAlive ? "] " : "] close ");
                isStuck = buffer.empty();
            }
        }
    }
    return result + (buffer.empty() ? "" : "...");
}
} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequests_data();
    void readsRequests() { check(); }
    void refusesWhatCouldBeSmuggled_data();
    void refusesWhatCouldBeSmuggled() { check(); }
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow() { check(); }
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge() { check(); }
    void keepsFields();

private:
    static void check();
};

void TestRequestParser::readsRequests_data()
{
    columns();
    row("get", "GET / HTTP/1.1\r\n" + kHost + "\r\n", "GET / [] ");
    row("two", "GET /a HTTP/1.1\r\n" + kHost + "\r\nDELETE /b HTTP/1.1\r\n" + kHost + "\r\n",
        "GET /a [] DELETE /b [] ");
    row("empty lines before", "\r\n\r\nGET / HTTP/1.1\r\n" + kHost + "\r\n", "GET / [] ");
    row("close", "GET / HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n", "GET / [] close ");
    row("1.0", "GET / HTTP/1.0\r\n\r\n", "GET / [] close ");
    row("1.0 keep-alive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET / [] ");
    row("length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\n" + kHost + "\r\n",
        "POST / [abc] GET / [] ");
    row("length 0", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 0\r\n\r\n", "POST / [] ");
    row("chunks",
        "POST / HTTP/1.1\r\n" + kHost +
            "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=\"y\"\r\nde\r\n0\r\nT: 1\r\n\r\n",
        "POST / [abcde] ");
    row("no chunk", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "POST / [] ");
    row("absolute target", "GET http://h:80/a?b HTTP/1.1\r\n" + kHost + "\r\n", "GET /a?b [] ");
    row("asterisk", "OPTIONS * HTTP/1.1\r\n" + kHost + "\r\n", "OPTIONS * [] ");
}

void TestRequestParser::refusesWhatCouldBeSmuggled_data()
{
    columns();
    row("length and chunks", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        "400");
    row("chunks and length", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
        "400");
    row("two lengths", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n", "400");
    row("one length twice", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nContent-Length: 3\r\n\r\n", "400");
    row("list of lengths", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3, 3\r\n\r\n", "400");
    row("signed length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: +3\r\n\r\n", "400");
    row("negative length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: -1\r\n\r\n", "400");
    row("huge length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 18446744073709551616\r\n\r\n", "400");
    row("empty length", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: \r\n\r\n", "400");
    row("chunked twice",
        "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", "400");
    row("chunked in 1.0", "POST / HTTP/1.0\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n", "400");
    row("chunked not last", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked, gzip\r\n\r\n", "501");
    row("gzip transfer", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: gzip, chunked\r\n\r\n", "501");
    row("odd chunked", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: xchunked\r\n\r\n", "501");
    row("folded field", "GET / HTTP/1.1\r\n" + kHost + "A: b\r\n c\r\n\r\n", "400");
    row("folded by tab", "GET / HTTP/1.1\r\n" + kHost + "A: b\r\n\tc\r\n\r\n", "400");
    row("blank before the first field", "GET / HTTP/1.1\r\n Host: h\r\n\r\n", "400");
    row("blank before colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n", "400");
    row("blank in name", "GET / HTTP/1.1\r\n" + kHost + "Content Length: 3\r\n\r\n", "400");
    row("no name", "GET / HTTP/1.1\r\n" + kHost + ": 3\r\n\r\n", "400");
    row("no colon", "GET / HTTP/1.1\r\n" + kHost + "Nonsense\r\n\r\n", "400");
    row("bare LF", "GET / HTTP/1.1\n" + kHost + "\r\n", "400");
    row("bare LF later", "GET / HTTP/1.1\r\nHost: h\n\r\n", "400");
    row("bare CR", "GET / HTTP/1.1\r\n" + kHost + "A: b\rc\r\n\r\n", "400");
    row("NUL", "GET / HTTP/1.1\r\n" + kHost + "A: b" + std::string(1, '\0') + "c\r\n\r\n", "400");
    row("NUL in target", "GET /a" + std::string(1, '\0') + " HTTP/1.1\r\n" + kHost + "\r\n", "400");
    row("chunk of nothing", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\nx\r\n\r\n", "400");
    row("chunk with LF", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n1\r\naX\r\n0\r\n\r\n",
        "400");
    row("huge chunk", "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        "400");
}

void TestRequestParser::refusesWhatItDoesNotKnow_data()
{
    columns();
    row("no host", "GET / HTTP/1.1\r\n\r\n", "400");
    row("two hosts", "GET / HTTP/1.1\r\n" + kHost + kHost + "\r\n", "400");
    row("bad host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400");
    row("no version", "GET /\r\n\r\n", "400");
    row("other version", "GET / HTTP/2.0\r\n" + kHost + "\r\n", "505");
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505");
    row("old version", "GET / HTTP/0.9\r\n\r\n", "505");
    row("noise for a version", "GET / HTPP/1.1\r\n\r\n", "400");
    row("two blanks", "GET  / HTTP/1.1\r\n" + kHost + "\r\n", "400");
    row("unknown method", "BREW / HTTP/1.1\r\n" + kHost + "\r\n", "405");
    row("small method", "get / HTTP/1.1\r\n" + kHost + "\r\n", "405");
    row("TLS", "\x16\x03\x01\x02", "400");
    row("relative target", "GET a HTTP/1.1\r\n" + kHost + "\r\n", "400");
    row("fragment", "GET /#a HTTP/1.1\r\n" + kHost + "\r\n", "400");
    row("bytes above ASCII", "GET /\xC3\xA9 HTTP/1.1\r\n" + kHost + "\r\n", "400");
    row("broken escape in query", "GET /?a=%zz HTTP/1.1\r\n" + kHost + "\r\n", "400");
    row("not UTF-8 in query", "GET /?a=%ff HTTP/1.1\r\n" + kHost + "\r\n", "400");
    row("other expectation", "GET / HTTP/1.1\r\n" + kHost + "Expect: wonders\r\n\r\n", "417");
}

void TestRequestParser::refusesWhatIsTooLarge_data()
{
    columns();
    row("long target", "GET /" + std::string(600, 'a') + " HTTP/1.1\r\n" + kHost + "\r\n", "414");
    row("long head", "GET / HTTP/1.1\r\n" + kHost + "A: " + std::string(600, 'a') + "\r\n\r\n", "431");
    row("many fields", "GET / HTTP/1.1\r\n" + kHost + "A: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\nA: 1\r\n\r\n", "431");
    row("large body", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 101\r\n\r\n" + std::string(101, 'a'), "413");
    row("large chunks",
        "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n40\r\n" + std::string(64, 'a') +
            "\r\n40\r\n" + std::string(64, 'a') + "\r\n0\r\n\r\n",
        "413");
    row("endless chunk extension",
        "POST / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n1;a=" + std::string(5000, 'a'), "400");
}

/// However it arrives.
void TestRequestParser::check()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, expected);
    for (const std::size_t step : {bytes.size(), std::size_t(1), std::size_t(7)})
        QCOMPARE(parsed(bytes, step), expected);
}

void TestRequestParser::keepsFields()
{
    const HttpLimits limits;
    RequestParser parser(limits);
    const std::string head = "GET /a?x=1&y=a+b%26&x=2 HTTP/1.1\r\nHOST: h\r\nAccept:\t text/plain \r\nEmpty:\r\n\r\n";
    std::size_t consumed = 0;
    QCOMPARE(parser.feed(head, consumed), Event::Head);
    QCOMPARE(consumed, head.size());
    const Request request = parser.take();
    QCOMPARE(request.headerCount(), std::size_t(3));
    QCOMPARE(request.header("accept").value(), std::string_view("text/plain"));
    QCOMPARE(request.header("EMPTY").value(), std::string_view());
    QVERIFY(!request.header("absent"));
    QCOMPARE(request.path(), std::string_view("/a"));
    QCOMPARE(request.query("x").value(), std::string_view("1"));
    QCOMPARE(request.query("y").value(), std::string_view("a b&"));
    QVERIFY(!request.query("z"));
    QCOMPARE(request.queryItems().size(), std::size_t(3));
}

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
