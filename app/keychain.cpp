// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"

#ifdef XP_HAS_KEYCHAIN
#include <QObject>
#include <qt6keychain/keychain.h>
#endif

namespace xp::app {

#ifdef XP_HAS_KEYCHAIN

namespace {

const QString kService = QStringLiteral("xp-studio");

/// Runs a job; its words are those of the keychain, in the system's language.
template <typename Job, typename Answer>
void run(Job* job, QObject* context, Answer answer)
{
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [answer](QKeychain::Job* done) { answer(done); });
    job->start(); // deletes itself once it has finished
}

Failure unavailable(const QKeychain::Job& job)
{
    return fail(ErrorCode::Unavailable, "keychain_unavailable",
                "The system's keychain does not answer: " + job.errorString().toStdString());
}

class Keychain : public ui::SecretStore
{
public:
    void read(const QString& name, QObject* context, OnRead answer) override
    {
        auto* job = new QKeychain::ReadPasswordJob(kService);
        job->setKey(name);
        run(job, context, [answer = std::move(answer)](QKeychain::Job* done) {
            if (done->error() == QKeychain::EntryNotFound)
                answer(QString());
            else if (done->error() != QKeychain::NoError)
                answer(unavailable(*done));
            else
                answer(static_cast<QKeychain::ReadPasswordJob*>(done)->textData());
        });
    }

    void write(const QString& name, const QString& secret, QObject* context, OnDone answer) override
    {
        auto* job = new QKeychain::WritePasswordJob(kService);
        job->setKey(name);
        job->setTextData(secret);
        run(job, context, [answer = std::move(answer)](QKeychain::Job* done) { answer(resultOf(*done)); });
    }

    void remove(const QString& name, QObject* context, OnDone answer) override
    {
        auto* job = new QKeychain::DeletePasswordJob(kService);
        job->setKey(name);
        run(job, context, [answer = std::move(answer)](QKeychain::Job* done) { answer(resultOf(*done)); });
    }

private:
    static Result<void> resultOf(const QKeychain::Job& job)
    {
        if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
            return {};
        return unavailable(job);
    }
};

} // namespace

std::shared_ptr<ui::SecretStore> systemKeychain()
{
    return std::make_shared<Keychain>();
}

#else

std::shared_ptr<ui::SecretStore> systemKeychain()
{
    return nullptr;
}

#endif

} // namespace xp::app
