# SPDX-License-Identifier: Apache-2.0
# How everything of ours is compiled to WebAssembly.

# Exceptions are not used in what the studio is made of, and cost a tenth of its size. No -flto: Qt is not compiled with
# it, and functions of Qt that only our vtables name would then get a wrong signature, and trap when they are called.
add_compile_options(-fno-exceptions)
add_compile_definitions(BOOST_NO_EXCEPTIONS JSON_NOEXCEPTION)
add_link_options(-Oz)
